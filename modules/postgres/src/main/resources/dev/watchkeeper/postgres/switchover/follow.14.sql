-- Lets a standby follow another primary.
alter system set primary_conninfo = :conninfo
