package nearest

import "slices"

// idioms are tried in their order.
var idioms = slices.Concat(ofComponents(), ofWorkloads, ofNodes, ofNetworks, ofCommands, ofFields, inKorean)

// components are those that run as static pods, by how people and sentences name them, and
// their processes.
var components = []struct{ said, name, process string }{
	{`(?:kube-?)?api-? ?server`, "API server", "kube-apiserver"},
	{`(?:kube-)?controller[- ]manager`, "controller manager", "kube-controller-manager"},
	{`(?:kube-)?scheduler`, "scheduler", "kube-scheduler"},
	{`etcd`, "etcd", "etcd"},
}

func ofComponents() (all []idiom) {
	for _, c := range components {
		some, on := `(?:the |a )?`+c.said+`(?: (?:server|member|pod|process))?`, `( on ){node}`
		down, up := "", ""
		if c.name == "API server" {
			down, up = "kubectl gets no answer", "kubectl gets an answer"
		}
		process := `process "` + c.process + `"`
		all = append(all,
			idiomOf(some+on+` {down}`, "the "+c.name+" on $2 is held down", process+" does not run on $2"),
			idiomOf(some+` {down}`+on, "the "+c.name+" on $2 is held down", process+" does not run on $2"),
			idiomOf(some+` {down}`, "the "+c.name+" is held down", down),
			idiomOf(`I (?:stop|kill|shut down|take down|bring down|crash|turn off|hold down) `+some+on, "the "+c.name+" on $2 is held down", ""),
			idiomOf(`I (?:stop|kill|shut down|take down|bring down|crash|turn off|hold down) `+some, "the "+c.name+" is held down", ""),
			idiomOf(some+on+` {up}`, "the "+c.name+" on $2 is brought back", process+" runs on $2"),
			idiomOf(some+` {up}`, "the "+c.name+" is brought back", up),
			idiomOf(`I (?:start|bring back|restore)(?: up)? `+some+`(?: again)?`, "the "+c.name+" is brought back", ""),
		)
	}
	for _, c := range []struct{ said, name string }{{"kubelet", "kubelet"}, {"container runtime|containerd", "container runtime"}} {
		on, verb := ` (?:on|of|at) {node}`, "(?:stop|kill|shut down|turn off)"
		all = append(all,
			idiomOf(`(?:the )?(?:`+c.said+`)`+on+` {down}`, "the "+c.name+" on $1 is stopped", ""),
			idiomOf(`I `+verb+` (?:the )?(?:`+c.said+`)`+on, "the "+c.name+" on $1 is stopped", ""),
			idiomOf(`(?:the )?(?:`+c.said+`)`+on+` {up}`, "the "+c.name+" on $1 is started again", ""),
		)
	}
	return all
}

var ofWorkloads = []idiom{
	idiomOf(`I scale (?:up |down |out |in )?{workload} {q}(?: up| down| out| in)? to (\d+)(?: replicas?| pods?)?`, `I run "kubectl scale $1 $2 --replicas=$3"`, ""),
	idiomOf(`{workload} {q} is scaled (?:up |down |out |in )?to (\d+)(?: replicas?| pods?)?`, `I run "kubectl scale $1 $2 --replicas=$3"`, `{.spec.replicas} of $1 $2 is "$3"`),
	idiomOf(`I (?:roll ?back|undo(?: the rollout of)?|revert) (?:the (?:rollout|update) of )?{workload} {q}`, `I run "kubectl rollout undo $1 $2"`, ""),
	idiomOf(`{workload} {q} is rolled back`, `I run "kubectl rollout undo $1 $2"`, ""),
	idiomOf(`I (?:restart|roll out again|bounce) {workload} {q}`, `I run "kubectl rollout restart $1 $2"`, ""),
	idiomOf(`I (?:update|set|change|upgrade) (?:the )?image of {workload} {q} to {q}`, `I run "kubectl set image $1 $2 *=$3"`, ""),
	idiomOf(`I (?:update|set|change|upgrade) {workload} {q} to(?: the)?(?: image)? {q}`, `I run "kubectl set image $1 $2 *=$3"`, ""),
	idiomOf(`I delete (?:the )?(pod|deployment|statefulset|daemonset|replicaset|job|cronjob|service|configmap|secret|namespace|pvc|pv|ingress|hpa|pdb|networkpolicy|serviceaccount) {q}`,
		`I run "kubectl delete $1 $2"`, ""),
	idiomOf(`I create (?:a |the )?(namespace|serviceaccount) {q}`, `I run "kubectl create $1 $2"`, ""),
	idiomOf(`(?:the )?rollout of {workload} {q} {should}(?:{is}|has)? ?(?:now )?(?:completed?|finished|done|successful|succeeded|over|finishes|completes|succeeds|ended)`, "", `$1 "$2" has rolled out`),
	idiomOf(`{workload} {q} {should}(?:{is}|has)? ?(?:fully )?(?:rolled out|rolls out|up to date|completely rolled out)`, "", `$1 "$2" has rolled out`),
	idiomOf(`(deployment|statefulset|daemonset) {q} {should}(?:is|becomes) complete`, "", `$1 "$2" has rolled out`),
	idiomOf(`(?:the )?daemonset {q} {should}(?:runs?|is running|has a(?: ready)? pod|is ready) on (?:every|each|all) nodes?`, "", `daemonset "$1" has rolled out`),
	idiomOf(`{workload} {q} {should}{has} (at least |at most |exactly |more than |fewer than )?{n} (?:ready|available|running) (?:replicas?|pods?|instances?)`, "", `$1 "$2" has $3 $4 ready pods`),
	idiomOf(`{workload} {q} {should}{has} (at least |at most |exactly |more than |fewer than )?{n} (?:replicas?|instances?)(?: ready)`, "", `$1 "$2" has $3 $4 ready pods`),
	idiomOf(`{workload} {q} {should}{has} (at least |at most |exactly |more than |fewer than )?{n} (?:replicas?|instances?)`, "", `$1 "$2" has $3 $4 pods`),
	idiomOf(`at least (?:\d+|a|an) jobs? of (?:the )?cronjob {q} {is} (?:complete|completed|successful|done)`, "", `{.status.lastSuccessfulTime} of cronjob "$1" is set`),
	idiomOf(`(?:the )?cronjob {q} (?:has completed|completed|completes|succeeds|succeeded|has succeeded|has run)(?: a job)?`, "", `{.status.lastSuccessfulTime} of cronjob "$1" is set`),
	idiomOf(`pod {q} {should}(?:has |have )?(?:was |been |be |is )?(?:restarted|restarts|restart) (\d+)(?: times?)?`, "", `{.status.containerStatuses[0].restartCount} of pod "$1" is "$2"`),
	idiomOf(`pod {q} (?:has )?(?:never|not|does not|did not|doesn't) (?:been )?(?:restarts?|restarted)`, "", `{.status.containerStatuses[0].restartCount} of pod "$1" is "0"`),
	idiomOf(`(?:the )?pod {q} {should}(?:is |be )?(?:runs?|running|lands?|scheduled|placed) (?:on|to|onto) {node}`, "", `pod "$1" is bound to $2`),
	idiomOf(`(?:the )?logs? of (?:the )?pod {q} {should}(?:contains?|has|have|includes?|shows?|prints?|says?) {q}`, "", `the log of pod "$1" says "$2"`),
	idiomOf(`(?:the )?pod {q} {should}(?:logs|logged|log) {q}`, "", `the log of pod "$1" says "$2"`),
}

var ofNodes = []idiom{
	idiomOf(`(?:a |the |one )?(?:running |new )?(?:kubernetes |k8s )?cluster(?: (?:is running|exists|is up))?`, "a cluster with 2 workers", ""),
	idiomOf(`{node} {should}(?:is |gets )?(?:reboots|rebooted|reboot|restarts|restarted|power cycled|reset)`, "node $1 is stopped", "").then("node $1 is started again"),
	idiomOf(`I (?:reboot|restart|reset) {node}`, "node $1 is stopped", "").then("node $1 is started again"),
	idiomOf(`{node} (?:is|gets|has been) (?:down|shut down|off|powered off|turned off|killed|dead|offline)|{node} (?:goes|went) (?:down|offline)|{node} (?:crashes|crashed|dies|fails)`, "node $1$2$3 is stopped", ""),
	idiomOf(`I label {node} (?:with|as) {q}`, `I run "kubectl label node $1 $2"`, ""),
	idiomOf(`{node} (?:is labell?ed|has|gets)(?: with| as)?(?: the)?(?: label)? "([^"=]+)=([^"=]*)"`, `I run "kubectl label node $1 $2=$3"`, `{.metadata.labels.$2} of node $1 is "$3"`),
	idiomOf(`{node} {should}{is} (?:marked )?(?:unschedulable|cordoned|not schedulable)`, "node $1 is cordoned", `{.spec.unschedulable} of node $1 is "true"`),
	idiomOf(`{node} {should}{is} (?:schedulable(?: again)?|uncordoned|not cordoned)`, "node $1 is uncordoned", `{.spec.unschedulable} of node $1 is unset`),
}

var ofNetworks = []idiom{
	idiomOf(`(?:the )?service {q} {should}(?:does not have|{has} no|has not got) (?:any )?(?:ready )?(?:endpoints?|addresses|backends?|pods?)`, "", `service "$1" leads to no pods`),
	idiomOf(`(?:the )?service {q} {should}{has} (at least |at most |exactly |more than |fewer than )?(\d+|an?) (?:ready )?(?:endpoints?|addresses|address|backends?|pods?)`, "", `service "$1" leads to $2 $3 pods`),
	idiomOf(`(?:the )?service {q} {should}{has} (?:some )?(?:ready )?(?:endpoints|addresses|backends|pods)`, "", `service "$1" leads to at least 1 pod`),
	idiomOf(`(?:the )?(?:dns )?(?:name )?"([a-z0-9-]+)(?:\.[^"]*svc[^"]*)?" {should}(?:can be resolved|is resolved|resolves|resolve)(?: (?:in|from|inside|by) (?:the )?pod )"([^"]+)"`, "", `pod "$2" resolves "$1" to service "$1"`),
	idiomOf(`(?:the )?pod {q} {should}(?:can )?resolves? (?:the )?(?:dns )?(?:name )?"(([a-z0-9-]+)(?:\.[^"]*svc[^"]*)?)"`, "", `pod "$1" resolves "$2" to service "$3"`),
	idiomOf(`(?:the )?pod {q} (?:cannot|can not|can't|does not|doesn't|fails to) resolve (?:the )?(?:dns )?(?:name )?{q}`, "", `pod "$1" resolves "$2" to nothing`),
	idiomOf(`(?:the )?(?:dns )?(?:name )?{q} (?:cannot be resolved|is not resolved|does not resolve|doesn't resolve) (?:in|from|inside|by) (?:the )?pod {q}`, "", `pod "$2" resolves "$1" to nothing`),
	idiomOf(`(?:the )?pod {q} (?:cannot|can not|can't|does not|doesn't|is not able to|is unable to) (?:reach|access|talk to|contact|connect to|get to|call) (?:the )?service "([^":]+)"(?: (?:on|at) port (\d+))`, "", `pod "$1" cannot connect to "$2:$3"`),
	idiomOf(`(?:the )?pod {q} (?:cannot|can not|can't|does not|doesn't|is not able to|is unable to) (?:reach|access|talk to|contact|connect to|get to|call) (?:the )?service "([^":]+)"`, "", `pod "$1" cannot connect to "$2:80"`),
	idiomOf(`(?:the )?pod {q} {should}(?:can |is able to )?(?:reach|reaches|access|accesses|talks? to|contacts?|connects? to|gets? to|calls?) (?:the )?service "([^":]+)"`, "", `pod "$1" can connect to "$2:80"`),
	idiomOf(`(?:the )?pod {q} (?:cannot|can not|can't|does not|doesn't|is not able to|is unable to) (?:reach|access|talk to|contact|connect to|get to|call) (?:the )?pod {q}`, "", `pod "$1" gets no answer from pod "$2"`),
	idiomOf(`(?:the )?pod {q} {should}(?:can |is able to )?(?:reach|reaches|access|accesses|talks? to|contacts?|connects? to|gets? to|calls?) (?:the )?pod {q}`, "", `pod "$1" gets an answer from pod "$2"`),
	idiomOf(`(?:a )?(?:HTTP )?(?:GET|request)(?: request)?(?: of| to| for)? "(\w+://[^"]+)" {should}(?:returns?|gives?|answers?|responds?|gets?)(?: with)?(?: (?:status|code|HTTP))* (\d{3})(?: OK)?`, "", `this machine gets status $2 from "$1"`),
}

var ofCommands = []idiom{
	idiomOf(`(?:the |its )?(?:command's )?(?:output|stdout|result)(?: of the command)? {should}(?:contains?|includes?|has|shows?|prints?) {q}`, "", `the command printed "$1"`),
	idiomOf(`(?:the |its )?(?:command's )?(?:output|stdout|result)(?: of the command)? (?:does not|doesn't|did not|should not|must not) (?:contain|include|have|show|print) {q}`, "", `the command did not print "$1"`),
	idiomOf(`(?:the |its )?(?:command's )?(?:output|stdout|result)(?: of the command)? {should}(?:is|be|equals?)(?: exactly| equal to)? {q}`, "", `the command printed exactly "$1"`),
	idiomOf(`(?:the )?command {should}(?:fails|fail|failed)(?: with(?: the)?(?: error| message)?)? {q}`, "", `the command failed with "$1"`),
	idiomOf(`(?:the )?command {should}(?:fails|fail|failed)`, "", `the command failed with "WORDS"`),
	idiomOf(`I (?:exec|execute|run) {q} (?:in|inside|on) (?:the )?pod {q}`, `I run "kubectl exec $2 -- $1"`, ""),
	idiomOf(`I wait(?: for)? (\d+(?:\.\d+)?)(?:s)`, `I run "sleep $1"`, ""),
	idiomOf(`I wait(?: for)? (\d+(?:\.\d+)?m)`, `I run "sleep $1"`, ""),
	idiomOf(`I sleep(?: for)? (\d+(?:\.\d+)?m|\d+(?:\.\d+)?)s?`, `I run "sleep $1"`, ""),
	idiomOf(`{q} {should}(?:succeeds?|works?|passes|pass|is successful|exits? with 0)`, `I run "$1"`, `"$1" prints "WORDS"`),
	idiomOf(`{q} {should}(?:fails?|does not succeed|does not work)`, `I try "$1"`, `"$1" fails with "WORDS"`),
	idiomOf(`(service account|user|group) {q} {should}(?:can|is allowed to|may|has the right to|is able to) ([a-z]+) ([a-z]+)`, "", `$1 "$2" may $3 $4`),
	idiomOf(`serviceaccount {q} {should}(?:can|is allowed to|may|has the right to|is able to) ([a-z]+) ([a-z]+)`, "", `service account "$1" may $2 $3`),
	idiomOf(`(service account|user|group) {q} (?:cannot|can not|can't|may not|must not|is not allowed to|is forbidden to|is not able to) ([a-z]+) ([a-z]+)`, "", `$1 "$2" may not $3 $4`),
	idiomOf(`serviceaccount {q} (?:cannot|can not|can't|may not|must not|is not allowed to|is forbidden to|is not able to) ([a-z]+) ([a-z]+)`, "", `service account "$1" may not $2 $3`),
	idiomOf(`(deployment|statefulset|daemonset|replicaset) {q} never has fewer than (\d+) (ready )?(?:pods?|replicas?)`, "", `$1 "$2" has at least $3 ${4}pods`),
}

var ofFields = []idiom{
	idiomOf(`(?:the )?(?:hpa|horizontalpodautoscaler) {q} {should}{has} (\d+) (?:current )?(?:replicas?|pods?)`, "", `{.status.currentReplicas} of hpa "$1" is "$2"`),
	idiomOf(`(?:the )?(?:hpa|horizontalpodautoscaler) {q} {should}(?:wants?|desires?|scales? to|{has}) (\d+)(?: desired)? (?:replicas?|pods?)`, "", `{.status.desiredReplicas} of hpa "$1" is "$2"`),
	idiomOf(`(?:the )?(?:pdb|poddisruptionbudget|disruption budget|budget) {q} {should}(?:allows?|{has}) (\d+|no)(?: allowed)? disruptions?(?: allowed)?`, "", `{.status.disruptionsAllowed} of pdb "$1" is "$2"`),
	idiomOf(`{type} {q} {should}(?:{has}|carries|is labell?ed(?: with| as)?)(?: the| a)?(?: labels?)? "([^"=]+)=([^"=]*)"`, "", `{.metadata.labels.$3} of $1 "$2" is "$4"`),
	idiomOf(`(?:the )?label {q} of {type} {q} {should}{is} {q}`, "", `{.metadata.labels.$1} of $2 "$3" is "$4"`),
	idiomOf(`(?:the )?(?:container )?image of (?:the )?pod {q} {should}{is} {q}`, "", `{.spec.containers[0].image} of pod "$1" is "$2"`),
	idiomOf(`(?:the )?pod {q} {should}(?:{has}|uses?|runs?)(?: the)? image {q}`, "", `{.spec.containers[0].image} of pod "$1" is "$2"`),
	idiomOf(`(?:the )?(?:container )?image of {workload} {q} {should}{is} {q}`, "", `{.spec.template.spec.containers[0].image} of $1 "$2" is "$3"`),
	idiomOf(`{workload} {q} {should}(?:{has}|uses?|runs?)(?: the)? image {q}`, "", `{.spec.template.spec.containers[0].image} of $1 "$2" is "$3"`),
	idiomOf(`(?:the )?(configmap|secret) {q} {should}{has}(?: the)? key "([^"]+)"`, "", `{.data.$3} of $1 "$2" is set`),
}

// inKorean are idioms in Korean.
var inKorean = []idiom{
	idiomOf(`{kn}?(API 서버|컨트롤러 매니저|스케줄러|etcd)(?:가|이|를|을|는|은) ?{kdown}`, "${1}${2}{o:2} 내려 둔다", ""),
	idiomOf(`{kn}?(?:kube-)?apiserver(?:가|이|를|을|는|은) ?{kdown}`, "${1}API 서버를 내려 둔다", ""),
	idiomOf(`API 서버(?:가|이|는|은|에) ?{kdown}`, "", "kubectl이 응답을 받지 못한다"),
	idiomOf(`API 서버(?:가|이|는|은) ?(?:응답한다|살아난다|동작한다|살아 있다)`, "", "kubectl이 응답을 받는다"),
	idiomOf(`{kn}?(API 서버|컨트롤러 매니저|스케줄러|etcd)(?:가|이|를|을|는|은) ?다시 ?(?:시작|켜|켠|올|살).*`, "${1}${2}{o:2} 다시 올린다", ""),
	idiomOf(`{kn}kubelet(?:이|을|은) ?{kdown}`, "${1}kubelet을 멈춘다", ""),
	idiomOf(`(디플로이먼트|스테이트풀셋|레플리카셋) {q}(?:을|를|이|가)?(?: 레플리카)? (\d+)개로 (?:늘린|줄인|스케일|확장|축소).*`, `"kubectl scale {k:1} $2 --replicas=$3"을 실행한다`, ""),
	idiomOf(`(디플로이먼트|스테이트풀셋|데몬셋) {q}(?:을|를)? (?:롤백|되돌).*`, `"kubectl rollout undo {k:1} $2"를 실행한다`, ""),
	idiomOf(`(디플로이먼트|스테이트풀셋|데몬셋) {q}(?:을|를)? 재시작.*`, `"kubectl rollout restart {k:1} $2"를 실행한다`, ""),
	idiomOf(`(파드|디플로이먼트|스테이트풀셋|데몬셋|레플리카셋|잡|서비스|네임스페이스) {q}(?:을|를)? (?:삭제|지운|제거).*`, `"kubectl delete {k:1} $2"를 실행한다`, ""),
	idiomOf(`파드 {q} ?(?:안)?에서 {q}(?:을|를) 실행.*`, `"kubectl exec $1 -- $2"를 실행한다`, ""),
	idiomOf(`서비스 {q}(?:에|에는|의) 엔드포인트(?:가|는|이) 없다`, "", `서비스 "$1"가 연결되는 파드가 없다`),
	idiomOf(`서비스 {q}(?:에|에는|의) 엔드포인트(?:가|는|이) (\d+)개.*`, "", `서비스 "$1"가 연결되는 파드가 $2개이다`),
	idiomOf(`서비스 {q}(?:에|에는|의) 엔드포인트(?:가|는|이) (?:있다|생긴다)`, "", `서비스 "$1"가 연결되는 파드가 적어도 1개이다`),
	idiomOf(`(디플로이먼트|스테이트풀셋|데몬셋) {q}의? (?:롤아웃|배포|업데이트)(?:이|가|은|는)? (?:완료|끝|성공).*`, "", `$1 "$2"의 롤아웃이 끝난다`),
	idiomOf(`데몬셋 {q}(?:이|가|은|는) 모든 노드에서 (?:실행|돌).*`, "", `데몬셋 "$1"의 롤아웃이 끝난다`),
	idiomOf(`파드 {q}(?:이|가|은|는) (?:실행 중이다|실행된다|실행 중이 된다|실행되고 있다)`, "", `파드 "$1"가 Running 상태가 된다`),
	idiomOf(`파드 {q}(?:이|가|은|는) (?:준비되지 않.*|준비가 되지 않.*)`, "", `파드 "$1"가 Ready 상태가 아니다`),
	idiomOf(`파드 {q}(?:이|가|은|는) (?:준비된다|준비되었다|준비 상태가 된다|준비 상태이다)`, "", `파드 "$1"가 Ready 상태가 된다`),
	idiomOf(`(?:명령의 )?출력에 {q}(?:이|가) (?:있다|포함.*|들어 있다)`, "", `명령이 "$1"라고 출력했다`),
	idiomOf(`노드 ([a-z][a-z0-9-]*\d)(?:을|를|이|가) (?:재부팅|재시작).*`, "노드 $1{o:1} 끈다", "").then("노드 $1{o:1} 다시 켠다"),
	idiomOf(`(\d+)(?:s|초)(?:를|을|간|동안)? (?:기다린다|기다리고|기다리면|대기한다)`, `"sleep $1"을 실행한다`, ""),
	idiomOf(`파드 {q}(?:이|가|은|는) 서비스 "([^":]+)"에 (?:접근|연결|접속|도달)할 수 없.*`, "", `파드 "$1"가 "$2:80"에 연결할 수 없다`),
	idiomOf(`파드 {q}(?:이|가|은|는) 서비스 "([^":]+)"에 (?:접근|연결|접속|도달)할 수 있.*`, "", `파드 "$1"가 "$2:80"에 연결할 수 있다`),
	idiomOf(`(파드|디플로이먼트|서비스) {q}(?:이|가|은|는|에)? 레이블 "([^"=]+)=([^"=]*)".*(?:있다|가진다|갖는다|붙는다)`, "", `$1 "$2"의 {.metadata.labels.$3}가 "$4"이다`),
}
