-- title: Settings that differ from the default
-- explains: With where each was set, and whether it waits for a restart. setting is in the unit beside it.
-- source: nmeta and zoptal, configuration; vividshift, replication settings
-- corrected: setting::int from pg_settings forgets the unit
select s.name, s.setting, s.unit, current_setting(s.name) as as_text, s.source, s.sourcefile, s.sourceline, s.pending_restart
  from pg_settings s
 where s.source not in ('default', 'override', 'client', 'session')
   and s.setting is distinct from s.boot_val
 order by s.pending_restart desc, s.name
