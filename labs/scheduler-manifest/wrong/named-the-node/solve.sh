# The pods run, as they name their node; there is still no scheduler.
set -e
kubectl patch deployment ${app} --patch '{"spec":{"template":{"spec":{"nodeName":"worker-1"}}}}'
kubectl rollout status deployment ${app} --timeout=60s
