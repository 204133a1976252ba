package p

import (
	"bufio"
	"io"
	"os"
	"strings"
)

func countLines(name string) (int, error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	n := 0
	s := bufio.NewScanner(f)
	for s.Scan() {
		n++
	}
	return n, s.Err()
}
func words(r io.Reader) (out []string) {
	s := bufio.NewScanner(r)
	s.Split(bufio.ScanWords)
	for s.Scan() {
		out = append(out, strings.ToUpper(s.Text()))
	}
	return
}
func write(w io.Writer, lines []string) error {
	b := bufio.NewWriter(w)
	for _, l := range lines {
		if _, err := b.WriteString(l); err != nil {
			return err
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}
func readLine(r io.Reader) string {
	b := bufio.NewReader(r)
	line, _ := b.ReadString('\n')
	return line
}
func copyFile(dst, src string) error {
	in, err := os.Open(src)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(dst)
	if err != nil {
		return err
	}
	defer func() {
		if e := out.Close(); err == nil {
			err = e
		}
	}()
	_, err = io.Copy(out, in)
	return err
}
func env() (string, bool)        { return os.LookupEnv("HOME") }
func readAll(r io.Reader) []byte { b, _ := io.ReadAll(r); return b }
