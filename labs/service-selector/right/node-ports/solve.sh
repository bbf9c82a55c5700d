# Both Services are made anew, can be reached at the nodes as well, and have ports that nobody asked for.
set -e
kubectl replace --force --filename=- <<END
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Service
    metadata: {name: ${app}}
    spec:
      type: NodePort
      selector: {tier: web, app: ${app}}
      ports: [{name: web, port: 80}, {name: debug, port: 8000, targetPort: 80}]
  - apiVersion: v1
    kind: Service
    metadata: {name: ${alias}}
    spec:
      type: NodePort
      selector: {tier: web, app: ${app}}
      ports: [{name: web, port: 80}, {name: other, port: ${port}, targetPort: 80}]
END
