-- Ends a transaction of the console's own.
commit
