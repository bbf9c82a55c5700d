Feature: Negative tests of 005-7, of what a node is not

  @005-7
  Scenario Outline: A node is otherwise: <claim>
    # fails here
    Then within 2s <claim>

    Examples:
      | claim                                                                                      |
      | file "/etc/kubernetes/manifests/kube-apiserver.yaml" on worker-1 exists                    |
      | file "/etc/kubernetes" on control-plane-1 exists                                           |
      | file "/dev/null" on worker-1 exists                                                        |
      | file "/proc/1/exe" on worker-1 exists                                                      |
      | directory "/etc/kubernetes/admin.conf" on control-plane-1 exists                           |
      | file "/etc/kubernetes/admin.conf" on control-plane-1 does not exist                        |
      | file "/var/lib/kubelet/config.yaml" on worker-1 contains "cgroupDriver: systemd"           |
      | file "/var/lib/kubelet/config.yaml" on worker-1 contains "cgroupDriver: cgroup"            |
      | file "/var/lib/kubelet/config.yaml" on worker-1 does not contain "cgroupDriver: cgroupfs"  |
      | file "/var/lib/kubelet/no.yaml" on worker-1 does not contain "cgroupDriver: systemd"       |
      | file "/etc/kubernetes/admin.conf" on control-plane-1 has mode 0644                         |
      | file "/etc/kubernetes/no.conf" on control-plane-1 does not have mode 0644                  |
      | directory "/etc/kubernetes/admin.conf" on control-plane-1 has mode 0600                    |
      | file "/etc/kubernetes/admin.conf" on control-plane-1 does not have mode 600                |
      | file "/etc/kubernetes/admin.conf" on control-plane-1 is owned by "daemon"                  |
      | file "/etc/kubernetes/admin.conf" on control-plane-1 is owned by "root" and group "daemon" |
      | file "/etc/kubernetes/admin.conf" on control-plane-1 is not owned by "root"                |
      | file "/etc/kubernetes/no.conf" on control-plane-1 is not owned by "daemon"                 |
      | unit "kubelet" on worker-1 is not active                                                   |
      | unit "kubelet" on worker-1 is disabled                                                     |
      | unit "kubelet" on worker-1 is masked                                                       |
      | unit "kubelet" on worker-1 is failed                                                       |
      | unit "kubelet" on worker-1 is not enabled                                                  |
      | unit "kublet" on worker-1 is not active                                                    |
      | unit "kublet" on worker-1 is disabled                                                      |
      | process "kube-apiserver" runs on worker-1                                                  |
      | process "kube-prox" runs on worker-1                                                       |
      | process "kubelet" does not run on worker-1                                                 |
      | port 6443 on worker-1 is open                                                              |
      | port 10250 on worker-1 is closed                                                           |
      | sysctl "net.ipv4.ip_forward" on worker-1 is "0"                                            |
      | sysctl "net.ipv4.ip_forward" on worker-1 is not "1"                                        |
      | sysctl "net.ipv4.ip_forwards" on worker-1 is not "1"                                       |
      | the journal of kubelet on worker-1 says "Started kubelet..."                               |
      | the journal of kublet on worker-1 does not say "Started kubelet..."                        |

  @005-7 @disruptive
  Scenario Outline: A stopped kubelet is not what it was: <claim>
    Given the kubelet on worker-1 is stopped
    # fails here
    Then within 2s <claim>

    Examples:
      | claim                                                                |
      | unit "kubelet" on worker-1 is active                                 |
      | process "kubelet" runs on worker-1                                   |
      | port 10250 on worker-1 is open                                       |
      | the journal of kubelet on worker-1 does not say "Stopped kubelet..." |
