package steps

// claims are what expectations can say of a cluster, in the same order.
func claims() []claim {
	var all []claim
	for _, table := range [][]claim{
		commandClaims, nodeClaims, podClaims, deploymentClaims, answerClaims, askingClaims, dnsClaims, ruleClaims,
		etcdClaims, trialClaims, connectionClaims, sshClaims,
		bootClaims, rightClaims, serviceClaims, schedulerClaims, handedClaims, credentialClaims,
	} {
		all = append(all, table...)
	}
	return all
}
