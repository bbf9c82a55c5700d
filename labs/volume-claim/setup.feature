Feature: A claim that gets no volume
  The claim asks for another access mode, more room, or another class than the volume has. Beside that volume stands
  an empty one of a class that is not asked for.

  Scenario: The claim asks for what no volume has
    Given I run on worker-1:
      """
      mkdir --parents /srv/${disk} /srv/spare
      echo "founded by ${founder}" >/srv/${disk}/index.html
      """
    And I apply:
      """
      apiVersion: storage.k8s.io/v1
      kind: StorageClass
      metadata: {name: ${class}}
      provisioner: kubernetes.io/no-provisioner
      volumeBindingMode: WaitForFirstConsumer
      ---
      apiVersion: v1
      kind: PersistentVolume
      metadata: {name: ${disk}}
      spec:
        capacity: {storage: ${size}Mi}
        accessModes: [ReadWriteOnce]
        storageClassName: ${class}
        persistentVolumeReclaimPolicy: Retain
        local: {path: /srv/${disk}}
        nodeAffinity:
          required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [worker-1]}]}]}
      ---
      apiVersion: v1
      kind: PersistentVolume
      metadata: {name: spare}
      spec:
        capacity: {storage: 8Gi}
        accessModes: [ReadWriteOnce, ReadWriteMany]
        storageClassName: spare
        persistentVolumeReclaimPolicy: Retain
        local: {path: /srv/spare}
        nodeAffinity:
          required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [worker-1]}]}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: ${app}}
      spec:
        replicas: 1
        selector: {matchLabels: {app: ${app}}}
        template:
          metadata: {labels: {app: ${app}}}
          spec:
            terminationGracePeriodSeconds: 1
            containers:
              - name: web
                image: nginx
                command: [bash, -c, 'echo "opened by $HOSTNAME" >>/usr/share/nginx/html/index.html; exec nginx -g "daemon off;"']
                readinessProbe: {httpGet: {port: 80}, periodSeconds: 1}
                volumeMounts: [{name: book, mountPath: /usr/share/nginx/html}]
            volumes: [{name: book, persistentVolumeClaim: {claimName: ${app}-data}}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: ${app}}
      spec:
        selector: {app: ${app}}
        ports: [{port: 80}]
      """
    And I run:
      """
      mode=ReadWriteOnce size=${size}Mi class=${class}
      case ${cause} in
        mode) mode=ReadWriteMany ;;
        size) size=${size}0Mi ;;
        class) class=fast-${class} ;;
      esac
      kubectl apply --filename=- <<END
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: ${app}-data}
      spec:
        accessModes: [$mode]
        storageClassName: $class
        resources: {requests: {storage: $size}}
      END
      """
    Then within 20s the pods of deployment "${app}" are Pending
    Given deployment "${app}" is remembered as "the app"
    Then for 3s pvc "${app}-data" is Pending
