-- The value is quoted by the caller: ALTER SYSTEM takes no parameter.
alter system set :name = :value
