# The pods get the label that the Service asks for, and are other pods then.
set -e
kubectl set selector service ${app} stale=${stale}
kubectl patch deployment ${app} --patch '{"spec":{"template":{"metadata":{"labels":{"stale":"${stale}"}}}}}'
kubectl rollout status deployment ${app}
kubectl expose deployment ${app} --name=${alias} --port=${port} --target-port=80
