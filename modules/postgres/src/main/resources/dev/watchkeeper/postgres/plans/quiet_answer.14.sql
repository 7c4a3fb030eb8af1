-- What came of it.
select current_setting('watchkeeper.plan') as plan,
       current_setting('watchkeeper.trouble') as trouble
