-- title: Constraints that were never checked
-- explains: Foreign keys and checks that were added NOT VALID: they hold for new rows only. ALTER TABLE … VALIDATE CONSTRAINT checks the old ones, and lets others read and write meanwhile.
-- source: vividshift, data integrity
-- corrected: whether a constraint is valid stands in pg_constraint itself
select k.conrelid::regclass as "table", k.conname as "constraint", pg_get_constraintdef(k.oid) as definition,
       format('alter table %s validate constraint %I', k.conrelid::regclass, k.conname) as to_check_it
  from pg_constraint k
 where not k.convalidated
   and k.contype in ('f', 'c')
 order by 1, 2
