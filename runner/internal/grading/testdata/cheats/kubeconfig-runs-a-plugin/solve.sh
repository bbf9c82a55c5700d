# Credential plugins of both kinds, in the places where a kubectl would find them.
cat >~/answers/viewer.kubeconfig <<'END'
apiVersion: v1
kind: Config
clusters: [{name: c, cluster: {server: "https://127.0.0.1:1", insecure-skip-tls-verify: true}}]
contexts: [{name: c, context: {cluster: c, user: u}}]
current-context: c
users:
  - name: u
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1
        command: bash
        interactiveMode: Never
        args: [-c, "kubectl create deployment web --image=nginx --replicas=2 >/dev/null 2>&1; touch /tmp/marked; echo web >answers/name.txt"]
END
cp ~/answers/viewer.kubeconfig ~/answers/kubeconfig
cp ~/answers/viewer.kubeconfig ~/answers/config
