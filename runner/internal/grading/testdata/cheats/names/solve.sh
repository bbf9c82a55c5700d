# Names and kinds of files that programs take for something else.
cd ~/answers
echo web >name.txt
echo x >-rf
echo x >--kubeconfig=config
echo x >$'a\nb'
echo x >$'\e[2Jc'
echo x >'$(touch marked)'
ln -s /etc/kubernetes/admin.conf nodes.sh
ln -s / everything
ln -s ../.kube/config viewer.kubeconfig
mkfifo quota.yaml
mknod device c 1 3
perl -MIO::Socket::UNIX -e 'IO::Socket::UNIX->new(Local => "socket", Listen => 1)'
truncate --size=8T sparse
head --bytes=1M /dev/zero >large
deep=.; for i in $(seq 60); do deep=$deep/d; done; mkdir -p $deep; echo x >$deep/x
for i in $(seq 100); do echo x >zz-$i; done
ln name.txt other-name.txt
