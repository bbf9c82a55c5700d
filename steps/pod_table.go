package steps

import (
	"context"
	"errors"
	"fmt"

	"github.com/cucumber/godog"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/labels"

	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var podTableSteps = []Step{
	{
		Topic:   "pods",
		Kinds:   anAction,
		Pattern: `^I create these pods:$`,
		Meaning: "Create a pod for each row of a table: name and image; optionally node (bypasses the scheduler), cpu and memory (requests; 60% is a share of a worker's capacity) and labels (app=web,tier=front).",
		Example: `I create these pods:`,
		Korean: Sentence{
			Pattern: `^다음 파드들을 만{든다/들고/들면}:$`,
			Example: `다음 파드들을 만든다:`,
		},
		Func: createPods,
		check: func(in Line, _ []string) error {
			pods, err := podsOfTable(in.Table, nil)
			for _, pod := range pods {
				err = errors.Join(err, in.created(pod.Name), in.node(pod.Spec.NodeName))
			}
			return err
		},
		beyond: requestsRoom,
	},
}

var podColumns = grammar.Columns{grammar.Needed("name"), grammar.Needed("image"), grammar.Optional("node"), grammar.Optional("cpu"), grammar.Optional("memory"), grammar.Optional("labels")}

func createPods(ctx context.Context, table *godog.Table) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	defer s.Acted(ctx)
	room, err := roomOfAWorker(s)
	if err != nil {
		return err
	}
	pods, err := podsOfTable(grammar.Cells(table), room)
	if err != nil {
		return err
	}
	var errs []error
	for _, pod := range pods {
		errs = append(errs, createPodOf(ctx, s, pod))
	}
	return errors.Join(errs...)
}

// podsOfTable reads pods from a table. Shares in the table are shares of room.
func podsOfTable(table [][]string, room corev1.ResourceList) ([]*corev1.Pod, error) {
	rows, err := podColumns.Rows(table)
	if err != nil {
		return nil, err
	}
	var pods []*corev1.Pod
	for _, row := range rows {
		pod, err := podOfRow(row, room)
		if err != nil {
			return nil, fmt.Errorf("pod %q: %w", row["name"], err)
		}
		pods = append(pods, pod)
	}
	return pods, nil
}

func podOfRow(row map[string]string, room corev1.ResourceList) (*corev1.Pod, error) {
	pod := newPod(row["name"], row["image"], row["node"])
	if known(row["labels"]) {
		own, err := labels.ConvertSelectorToLabelsMap(row["labels"])
		if err != nil {
			return nil, fmt.Errorf("labels %q: %w", row["labels"], err)
		}
		pod.Labels = own
	}
	var err error
	pod.Spec.Containers[0].Resources.Requests, err = requestsOf(row, room)
	return pod, err
}

func requestsOf(row map[string]string, room corev1.ResourceList) (corev1.ResourceList, error) {
	requests := corev1.ResourceList{}
	for _, name := range []corev1.ResourceName{corev1.ResourceCPU, corev1.ResourceMemory} {
		text := row[string(name)]
		if !known(text) {
			continue
		}
		amount, err := amountOf(name, text, room)
		if err != nil {
			return nil, fmt.Errorf("%s %q: %w", name, text, err)
		}
		requests[name] = amount
	}
	return requests, nil
}

// known reports whether a cell has content that is known before the scenario runs.
func known(cell string) bool { return cell != "" && !grammar.Placeholder.MatchString(cell) }
