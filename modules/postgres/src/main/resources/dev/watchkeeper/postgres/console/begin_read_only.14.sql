-- The same where the console may only read: said each time, so that a setting changed in the session changes nothing.
begin read only
