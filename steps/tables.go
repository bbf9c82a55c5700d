package steps

// tables are the topics of the vocabulary, in the catalogue's order.
var tables = [][]Step{
	clusterSteps,
	commandSteps,
	manifestSteps,
	deploymentSteps,
	podSteps,
	podTableSteps,
	nameSteps,
	valueSteps,
	faultSteps,
	mistakeSteps,
	expectations(),
	orderSteps,
	rightSteps,
}

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

// The keywords that a step may follow: an action prepares or acts.
var (
	anAction      = []Kind{Given, When}
	aPreparation  = []Kind{Given}
	anExpectation = []Kind{Then}
)
