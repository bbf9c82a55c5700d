package steps

// tables are the steps of each topic, in the order of the catalogue.
var tables = [][]Step{
	clusterSteps,
	partSteps,
	simulatedSteps,
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
	partFaultSteps,
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
