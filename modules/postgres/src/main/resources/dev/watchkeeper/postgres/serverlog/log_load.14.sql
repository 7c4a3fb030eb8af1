-- Whether the library is there: one that is not would keep every new session out.
load 'auto_explain'
