package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	messages "github.com/cucumber/messages/go/v21"
)

// TestMessagesAreValid checks the rules of the Cucumber Messages schemas: one known
// message per line, no unknown fields, all required fields, only valid enumeration
// values, and no dangling IDs.
func TestMessagesAreValid(t *testing.T) {
	records, err := filepath.Glob("testdata/records/*")
	if err != nil || len(records) == 0 {
		t.Fatalf("no captured records: %v", err)
	}
	for _, dir := range records {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			ids := newIDs()
			for i, line := range bytes.Split(bytes.TrimSpace(show(t, dir, "messages")), []byte("\n")) {
				envelope, err := decode(line)
				if err == nil {
					err = complete(reflect.ValueOf(envelope), "")
				}
				if err == nil {
					err = ids.take(envelope)
				}
				if err != nil {
					t.Errorf("message %d: %v\n%s", i+1, err, line)
				}
			}
			ids.closed(t)
		})
	}
}

func decode(line []byte) (*messages.Envelope, error) {
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	var envelope messages.Envelope
	if err := decoder.Decode(&envelope); err != nil {
		return nil, err
	}
	set := 0
	for v := reflect.ValueOf(envelope); set < v.NumField(); set++ {
		if !v.Field(set).IsNil() {
			return &envelope, nil
		}
	}
	return nil, fmt.Errorf("an envelope without a message")
}

// complete returns an error for required fields that are null and for invalid
// enumeration values, whose String method panics.
func complete(v reflect.Value, path string) error {
	switch v.Kind() {
	case reflect.Pointer:
		return complete(v.Elem(), path)
	case reflect.Slice:
		for i := range v.Len() {
			if err := complete(v.Index(i), fmt.Sprintf("%s[%d]", path, i)); err != nil {
				return err
			}
		}
		return nil
	case reflect.Struct:
		return completeStruct(v, path)
	}
	return valid(v, path)
}

func completeStruct(v reflect.Value, path string) error {
	for i := range v.NumField() {
		name, options, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		field, optional := v.Field(i), options == "omitempty"
		if (field.Kind() == reflect.Pointer || field.Kind() == reflect.Slice) && field.IsNil() {
			if optional {
				continue
			}
			return fmt.Errorf("%s.%s is required and null", path, name)
		}
		if optional && field.IsZero() {
			continue
		}
		if err := complete(field, path+"."+name); err != nil {
			return err
		}
	}
	return nil
}

func valid(v reflect.Value, path string) (err error) {
	enum, ok := v.Interface().(fmt.Stringer)
	if !ok {
		return nil
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: %v: %v", path, r, v)
		}
	}()
	_ = enum.String()
	return nil
}

// ids tracks the declared IDs, and the test cases and steps that have not finished.
type ids struct {
	known map[string]bool
	open  map[string]bool // test cases and steps that have started but not finished
	runs  int
}

func newIDs() *ids { return &ids{known: map[string]bool{}, open: map[string]bool{}} }

func (x *ids) take(e *messages.Envelope) error {
	switch {
	case e.GherkinDocument != nil:
		return x.document(reflect.ValueOf(e.GherkinDocument))
	case e.Pickle != nil:
		return x.pickle(e.Pickle)
	case e.StepDefinition != nil:
		return x.introduce(e.StepDefinition.Id)
	case e.TestCase != nil:
		return x.testCase(e.TestCase)
	case e.TestCaseStarted != nil:
		x.open[e.TestCaseStarted.Id] = true
		return first(x.refer(e.TestCaseStarted.TestCaseId), x.introduce(e.TestCaseStarted.Id))
	case e.TestStepStarted != nil:
		x.open[e.TestStepStarted.TestStepId] = true
		return x.refer(e.TestStepStarted.TestStepId, e.TestStepStarted.TestCaseStartedId)
	case e.Attachment != nil && e.Attachment.TestStepId != "":
		return x.refer(e.Attachment.TestStepId, e.Attachment.TestCaseStartedId)
	case e.TestStepFinished != nil:
		return x.close(e.TestStepFinished.TestStepId)
	case e.TestCaseFinished != nil:
		return x.close(e.TestCaseFinished.TestCaseStartedId)
	case e.TestRunStarted != nil, e.TestRunFinished != nil:
		x.runs++
	}
	return nil
}

// document declares every field named Id.
func (x *ids) document(v reflect.Value) error {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return x.document(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			if err := x.document(v.Index(i)); err != nil {
				return err
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "Id" {
				if err := x.introduce(v.Field(i).String()); err != nil {
					return err
				}
			} else if err := x.document(v.Field(i)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (x *ids) pickle(p *messages.Pickle) error {
	errs := []error{x.refer(p.AstNodeIds...), x.introduce(p.Id)}
	for _, s := range p.Steps {
		errs = append(errs, x.refer(s.AstNodeIds...), x.introduce(s.Id))
	}
	for _, tag := range p.Tags {
		errs = append(errs, x.refer(tag.AstNodeId))
	}
	return first(errs...)
}

func (x *ids) testCase(c *messages.TestCase) error {
	errs := []error{x.refer(c.PickleId), x.introduce(c.Id)}
	for _, s := range c.TestSteps {
		errs = append(errs, x.refer(s.PickleStepId), x.refer(s.StepDefinitionIds...), x.introduce(s.Id))
	}
	return first(errs...)
}

func (x *ids) introduce(id string) error {
	if id == "" || x.known[id] {
		return fmt.Errorf("the id %q is empty or there already", id)
	}
	x.known[id] = true
	return nil
}

func (x *ids) refer(ids ...string) error {
	for _, id := range ids {
		if !x.known[id] {
			return fmt.Errorf("the id %q leads nowhere", id)
		}
	}
	return nil
}

func (x *ids) close(id string) error {
	if !x.open[id] {
		return fmt.Errorf("%q ends and never began", id)
	}
	delete(x.open, id)
	return nil
}

func (x *ids) closed(t *testing.T) {
	if len(x.open) > 0 || x.runs != 2 {
		t.Errorf("left open: %v; run started and finished: %d of 2", x.open, x.runs)
	}
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func TestArgumentsAreCountedAsJavaScriptDoes(t *testing.T) {
	s := &stream{}
	list := s.arguments(`^(\S+) 노드 "([^"]*)"( x)?$`, `😀 노드 "worker-1"`)
	groups := list[0].StepMatchArguments
	if s.err != nil || len(groups) != 3 || groups[1].Group.Start != 7 || groups[1].Group.Value != "worker-1" || groups[2].Group.Value != "" {
		t.Errorf("%v: %+v", s.err, groups[1].Group)
	}
}
