//go:build browser

package page

import (
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// browser is one chromium for all tests.
var browser = sync.OnceValues(startChromium)

func TestMain(m *testing.M) {
	code := m.Run()
	if c, err := browser(); err == nil {
		c.stop()
	}
	os.Exit(code)
}

// tab is a page in the browser, and what it said and fetched.
type tab struct {
	*testing.T
	browser *chromium
	session string
	url     string
	loaded  chan struct{}

	mu      sync.Mutex
	said    []string // on the console
	fetched []string
}

// view is how a page is looked at.
type view struct {
	width, height int
	dark          bool
	hash          string
}

func open(t *testing.T, html string, v view) *tab {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(html), 0o600); err != nil {
		t.Fatal(err)
	}
	return visit(t, "file://"+file, v)
}

// visit opens an address.
func visit(t *testing.T, url string, v view) *tab {
	t.Helper()
	c, err := browser()
	if err != nil {
		t.Fatal(err)
	}
	b := &tab{T: t, browser: c, url: url, loaded: make(chan struct{}, 1)}
	target := b.field(b.do("", "Target.createTarget", map[string]any{"url": "about:blank"}), "targetId")
	t.Cleanup(func() { _, _ = c.call("", "Target.closeTarget", map[string]any{"targetId": target}) })
	session := b.field(b.do("", "Target.attachToTarget", map[string]any{"targetId": target, "flatten": true}), "sessionId")
	b.session = session
	c.mu.Lock()
	c.listen[session] = b.heard
	c.mu.Unlock()
	for _, domain := range []string{"Page", "Runtime", "Log", "Network"} {
		b.command(domain+".enable", nil)
	}
	scheme := "light"
	if v.dark {
		scheme = "dark"
	}
	b.command("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}})
	b.command("Emulation.setDeviceMetricsOverride", map[string]any{"width": v.width, "height": v.height, "deviceScaleFactor": 1, "mobile": false})
	b.command("Page.navigate", map[string]any{"url": url + v.hash})
	select {
	case <-b.loaded:
	case <-time.After(patience):
		t.Fatal("the page was not loaded")
	}
	return b
}

func (b *tab) heard(method string, params json.RawMessage) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch method {
	case "Page.loadEventFired":
		select {
		case b.loaded <- struct{}{}:
		default:
		}
	case "Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled":
		b.said = append(b.said, string(params))
	case "Network.requestWillBeSent":
		var sent struct{ Request struct{ URL string } }
		if json.Unmarshal(params, &sent) == nil {
			b.fetched = append(b.fetched, sent.Request.URL)
		}
	}
}

func (b *tab) do(session, method string, params any) json.RawMessage {
	b.Helper()
	result, err := b.browser.call(session, method, params)
	if err != nil {
		b.Fatal(err)
	}
	return result
}

func (b *tab) command(method string, params any) json.RawMessage {
	b.Helper()
	return b.do(b.session, method, params)
}

func (b *tab) field(from json.RawMessage, name string) string {
	b.Helper()
	var fields map[string]any
	if err := json.Unmarshal(from, &fields); err != nil {
		b.Fatal(err)
	}
	text, _ := fields[name].(string)
	return text
}

// is returns the value of an expression as JSON. It waits for a promise.
func (b *tab) is(expression string) string {
	b.Helper()
	var got struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails json.RawMessage
	}
	if err := json.Unmarshal(b.command("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true}), &got); err != nil {
		b.Fatal(err)
	}
	if len(got.ExceptionDetails) > 0 {
		b.Fatalf("%s: %s", expression, got.ExceptionDetails)
	}
	return string(got.Result.Value)
}

// frame waits until the page has been drawn again.
const frame = `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))`

// act runs statements and waits until the page has been drawn again.
func (b *tab) act(statements string) {
	b.Helper()
	b.is("(() => {" + statements + "})()")
	b.is(frame)
}

func (b *tab) mustBe(expression, want string) {
	b.Helper()
	if got := b.is(expression); got != want {
		b.Errorf("%s is %s, want %s", expression, got, want)
	}
}

// click clicks into the middle of the first visible element of a selector.
func (b *tab) click(selector string) {
	b.Helper()
	quoted, _ := json.Marshal(selector)
	var at []float64
	place := b.is(`(() => {
		const e = [...document.querySelectorAll(` + string(quoted) + `)].find((e) => e.checkVisibility());
		e.scrollIntoView({ block: "center" });
		const box = e.getBoundingClientRect();
		return [box.left + box.width / 2, box.top + box.height / 2];
	})()`)
	if err := json.Unmarshal([]byte(place), &at); err != nil {
		b.Fatal(err)
	}
	for _, kind := range []string{"mouseMoved", "mousePressed", "mouseReleased"} {
		b.command("Input.dispatchMouseEvent", map[string]any{"type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1})
	}
	b.is(frame)
}

// codes are the key codes of keys that type nothing.
var codes = map[string]int{"Tab": 9, "Enter": 13, "Escape": 27, "End": 35, "Home": 36, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}

// press presses keys, one after the other.
func (b *tab) press(keys ...string) {
	b.Helper()
	for _, key := range keys {
		down := map[string]any{"type": "keyDown", "key": key}
		if code, special := codes[key]; special {
			down["windowsVirtualKeyCode"], down["code"] = code, key
		} else {
			down["text"] = key
		}
		if key == "Enter" {
			down["text"] = "\r"
		}
		b.command("Input.dispatchKeyEvent", down)
		b.command("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key, "windowsVirtualKeyCode": codes[key]})
	}
	b.is(frame)
}

// quiet expects that the page said nothing on the console and fetched nothing else.
func (b *tab) quiet() {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.said) > 0 {
		b.Errorf("the console says %q", b.said)
	}
	for _, url := range b.fetched {
		if !strings.HasPrefix(url, b.url) {
			b.Errorf("the page fetched %s", url)
		}
	}
	if len(b.fetched) == 0 {
		b.Error("not even the page was fetched: the test sees nothing")
	}
}

// picture keeps a screenshot in the folder that GHERKUBE_PICTURES names, for a person.
func (b *tab) picture(name string) {
	b.Helper()
	dir := os.Getenv("GHERKUBE_PICTURES")
	if dir == "" {
		return
	}
	image, err := base64.StdEncoding.DecodeString(b.field(b.command("Page.captureScreenshot", nil), "data"))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name+".png"), image, 0o600)
	}
	if err != nil {
		b.Error(err)
	}
}
