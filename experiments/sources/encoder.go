package sources

// A Record is encoded as an object of two numbers and a name.
type Record struct {
	ID, Size int
	Name     string
}

// A Buffer is what an encoder of its own making returns.
type Buffer struct {
	Bytes []byte
}

func (b *Buffer) writeInt(n int) {
	var digits [20]byte
	at := len(digits)
	for {
		at--
		digits[at] = byte('0' + n%10)
		n /= 10
		if n == 0 {
			break
		}
	}
	b.Bytes = append(b.Bytes, digits[at:]...)
}

func encode(r *Record) *Buffer {
	b := &Buffer{Bytes: make([]byte, 0, 64)}
	b.Bytes = append(b.Bytes, `{"id":`...)
	b.writeInt(r.ID)
	b.Bytes = append(b.Bytes, `,"size":`...)
	b.writeInt(r.Size)
	b.Bytes = append(b.Bytes, `,"name":"`...)
	b.Bytes = append(b.Bytes, r.Name...)
	b.Bytes = append(b.Bytes, `"}`...)
	return b
}

func appendInt(to []byte, n int) []byte {
	var digits [20]byte
	at := len(digits)
	for {
		at--
		digits[at] = byte('0' + n%10)
		n /= 10
		if n == 0 {
			break
		}
	}
	return append(to, digits[at:]...)
}

func appendRecord(to []byte, r *Record) []byte {
	to = append(to, `{"id":`...)
	to = appendInt(to, r.ID)
	to = append(to, `,"size":`...)
	to = appendInt(to, r.Size)
	to = append(to, `,"name":"`...)
	to = append(to, r.Name...)
	return append(to, `"}`...)
}

// EncodeReturned encodes records, each into a buffer that the encoder makes and returns.
func EncodeReturned(records []Record) int {
	size := 0
	for i := range records {
		size += len(encode(&records[i]).Bytes)
	}
	return size
}

// EncodeGiven encodes records, one after another into the same buffer, which the caller gives.
func EncodeGiven(records []Record, buffer []byte) int {
	size := 0
	for i := range records {
		size += len(appendRecord(buffer[:0], &records[i]))
	}
	return size
}
