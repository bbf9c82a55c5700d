cat >~/answers/nodes.sh <<'END'
echo control-plane-1
echo worker-1
END
