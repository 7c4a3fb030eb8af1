select gid, prepared, owner, database, database = current_database() as here from pg_prepared_xacts where gid = ?
