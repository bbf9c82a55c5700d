set -e
kubectl set selector service ${app} app=${app},tier=web
kubectl expose deployment ${app} --name=${alias} --port=${port} --target-port=80
