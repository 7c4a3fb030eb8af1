-- A transaction of the console's own, around one statement whose rows come bit by bit.
begin
