-- Lets commits wait for standbys.
alter system set synchronous_standby_names = :names
