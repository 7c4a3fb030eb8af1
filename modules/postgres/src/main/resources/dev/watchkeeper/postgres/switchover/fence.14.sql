-- From the next transaction on, sessions only read, unless they say otherwise; those are ended.
alter system set default_transaction_read_only = :value
