package steps

// claims are what expectations can say of a cluster, in the same order.
func claims() []claim {
	var all []claim
	for _, table := range [][]claim{
		commandClaims, objectClaims, fieldClaims, countClaims, memoryClaims, workloadClaims, nodeClaims, podClaims, containerClaims, eventClaims, logClaims, execClaims, answerClaims, askingClaims, dnsClaims, ruleClaims,
		etcdClaims, trialClaims, connectionClaims, sshClaims,
		bootClaims, fileClaims, unitClaims, processClaims, portClaims, sysctlClaims, journalClaims, certificateClaims,
		rightClaims, permissionClaims, serviceClaims, schedulerClaims, auditClaims, submissionClaims, credentialClaims,
	} {
		all = append(all, table...)
	}
	return all
}
