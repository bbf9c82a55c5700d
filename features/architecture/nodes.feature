Feature: What a node is, seen from outside Kubernetes
  Files, systemd units, processes, listeners, kernel parameters and the journal of a node
  say what its kubelet, its runtime and its kernel do, also while the API server is silent.

  @005-7
  Scenario: The files that kubeadm laid out
    Then within 10s file "/etc/kubernetes/manifests/kube-apiserver.yaml" on control-plane-1 exists
    And within 10s file "/etc/kubernetes/manifests/kube-apiserver.yaml" on control-plane-1 contains "--etcd-servers=..."
    And within 10s file "/etc/kubernetes/manifests/kube-apiserver.yaml" on worker-1 does not exist
    And within 10s directory "/etc/kubernetes/manifests" on control-plane-1 exists
    And within 10s file "/etc/kubernetes/admin.conf" on control-plane-1 has mode 0600
    And within 10s file "/etc/kubernetes/admin.conf" on control-plane-1 is owned by "root" and group "root"
    And within 10s file "/var/lib/kubelet/config.yaml" on worker-1 contains "cgroupDriver: cgroupfs"
    And within 10s file "/var/lib/kubelet/config.yaml" on worker-1 does not contain "cgroupDriver: systemd"

  @005-7
  Scenario: A file that comes, changes and goes
    When I run "install -m 0640 -g daemon /dev/null /var/tmp/${namespace}" on worker-1
    Then within 10s file "/var/tmp/${namespace}" on worker-1 has mode 640
    And within 10s file "/var/tmp/${namespace}" on worker-1 does not have mode 0644
    And within 10s file "/var/tmp/${namespace}" on worker-1 is owned by "root" and group "daemon"
    And within 10s file "/var/tmp/${namespace}" on worker-1 is not owned by "daemon"
    When I run "rm /var/tmp/${namespace} && mkfifo /var/tmp/${namespace}" on worker-1
    Then within 10s file "/var/tmp/${namespace}" on worker-1 does not exist
    When I run "rm /var/tmp/${namespace}" on worker-1
    Then within 10s directory "/var/tmp/${namespace}" on worker-1 does not exist

  @005-7
  Scenario Outline: systemd runs the kubelet and the runtime, and the kubelet the rest (<node>)
    Then within 10s unit "kubelet" on <node> is active
    And within 10s unit "kubelet.service" on <node> is enabled
    And within 10s unit "containerd" on <node> is not failed
    And within 10s process "kube-proxy" runs on <node>
    And within 10s port 10250 on <node> is open
    And within 10s sysctl "net.ipv4.ip_forward" on <node> is "1"
    And within 10s sysctl "net.ipv4.ip_forward" on <node> is not "0"

    Examples:
      | node            |
      | control-plane-1 |
      | worker-1        |

  @005-7
  Scenario: What a worker has not
    Then within 10s process "kube-controller-manager" runs on control-plane-1
    And within 10s process "kube-controller-manager" does not run on worker-1
    And within 10s port 10257 on control-plane-1 is open
    And within 10s port 10257 on worker-1 is closed

  @005-7 @disruptive
  Scenario: The states of a unit
    When I run on worker-1:
      """
      mkdir -p /usr/local/lib/systemd/system
      cat >/usr/local/lib/systemd/system/shown.service <<END
      [Service]
      ExecStart=/bin/sleep infinity
      [Install]
      WantedBy=multi-user.target
      END
      systemctl enable --now shown
      """
    Then within 10s unit "shown" on worker-1 is enabled
    And for 2s unit "shown" on worker-1 is active
    When I run "systemctl kill --signal=KILL shown" on worker-1
    Then within 10s unit "shown" on worker-1 is failed
    When I run "systemctl disable shown" on worker-1
    Then within 10s unit "shown" on worker-1 is disabled
    When I run "systemctl mask shown" on worker-1
    Then within 10s unit "shown" on worker-1 is masked
    And within 10s unit "shown" on worker-1 is not active
    When I run "systemctl unmask shown; rm -r /usr/local/lib/systemd/system; systemctl daemon-reload; systemctl reset-failed" on worker-1
    Then within 10s unit "kubelet" on worker-1 is active

  @005-7 @disruptive
  Scenario: The journal says what a unit has done since the scenario began
    Then for 2s the journal of kubelet on worker-1 does not say "Started kubelet..."
    When I run "systemctl restart kubelet" on worker-1
    Then within 30s the journal of kubelet on worker-1 says "Started kubelet..."
    And within 30s node worker-1 is Ready

  @005-7 @disruptive
  Scenario: A node is looked at while its control plane is silent
    Given the API server is held down
    Then within 30s port 6443 on control-plane-1 is closed
    And within 10s process "kube-apiserver" does not run on control-plane-1
    And within 10s unit "kubelet" on control-plane-1 is active
