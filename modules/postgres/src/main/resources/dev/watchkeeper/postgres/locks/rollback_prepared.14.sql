-- The gid is quoted by the caller: ROLLBACK PREPARED takes no parameter.
rollback prepared :gid
