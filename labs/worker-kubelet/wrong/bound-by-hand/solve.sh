# The node is mended, and stays closed: each waiting pod is bound to it by hand.
set -e
ssh ${node} '
  sed -i "/^maxPods 110$/d; s,ca-cert.crt,ca.crt," /var/lib/kubelet/config.yaml
  sed -i "s,:6334$,:6443," /etc/kubernetes/kubelet.conf
  systemctl enable kubelet
  systemctl restart kubelet
'
kubectl wait node ${node} --for=condition=Ready --timeout=60s
for pod in $(kubectl get pods --selector=app=${app} --output=jsonpath='{.items[*].metadata.name}'); do
  kubectl create --raw /api/v1/namespaces/${team}/pods/$pod/binding --filename=- <<END
{"apiVersion":"v1","kind":"Binding","metadata":{"name":"$pod"},"target":{"apiVersion":"v1","kind":"Node","name":"${node}"}}
END
done
kubectl rollout status deployment ${app} --timeout=60s
