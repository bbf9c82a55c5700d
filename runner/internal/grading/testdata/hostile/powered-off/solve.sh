# Root on a node may power it off, and nobody else than the engine can power it on.
ssh worker-1 'systemctl poweroff'
sleep 7
