package steps

// tables are the topics of the vocabulary, in the catalogue's order.
var tables = [][]Step{
	clusterSteps,
	commandSteps,
	manifestSteps,
	admissionSteps,
	deploymentSteps,
	podSteps,
	podTableSteps,
	nameSteps,
	memorySteps,
	valueSteps,
	faultSteps,
	mistakeSteps,
	expectations(),
	togetherSteps,
	matchSteps,
	orderSteps,
	requestSteps,
	requestClaims,
	rightSteps,
	answerFileSteps,
	answerContentSteps,
}
