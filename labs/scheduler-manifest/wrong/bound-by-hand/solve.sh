# No scheduler runs; each waiting pod is bound by hand, and an event says that it was not.
set -e
for pod in $(kubectl get pods --selector=app=${app} --output=jsonpath='{.items[*].metadata.name}'); do
  kubectl create --raw /api/v1/namespaces/${team}/pods/$pod/binding --filename=- <<END
{"apiVersion":"v1","kind":"Binding","metadata":{"name":"$pod"},"target":{"apiVersion":"v1","kind":"Node","name":"worker-1"}}
END
  kubectl create --filename=- <<END
apiVersion: v1
kind: Event
metadata: {name: $pod.scheduled}
type: Normal
reason: Scheduled
message: Successfully assigned ${team}/$pod to worker-1
source: {component: default-scheduler}
involvedObject: {apiVersion: v1, kind: Pod, name: $pod, namespace: ${team}}
END
done
kubectl rollout status deployment ${app} --timeout=60s
