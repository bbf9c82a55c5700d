# The Service of the other name looks for its own port at the pods, where nobody listens.
set -e
kubectl set selector service ${app} app=${app},tier=web
kubectl expose deployment ${app} --name=${alias} --port=${port}
