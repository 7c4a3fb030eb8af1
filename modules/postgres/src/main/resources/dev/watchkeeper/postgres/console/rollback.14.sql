-- Gives up a transaction of the console's own.
rollback
