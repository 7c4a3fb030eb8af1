-- Where it writes now, by format; relative to the data folder or not.
select pg_current_logfile('jsonlog') as json, pg_current_logfile('csvlog') as csv, pg_current_logfile('stderr') as stderr
