package steps

// claims returns all claims, in the order of the catalogue.
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
