-- As bytes: a log may hold any encoding. Nothing if the file is gone.
select pg_read_binary_file(?, ?, ?, true) as piece,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
