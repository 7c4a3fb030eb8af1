# Has Barman check one backup.
# server, backup
prove_barman "$backup"
say 'it is good'
