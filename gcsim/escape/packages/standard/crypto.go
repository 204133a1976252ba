// Package crypto of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package crypto
import "hash"
import "io"
const BLAKE2b_256 Hash = 17
const BLAKE2b_384 Hash = 18
const BLAKE2b_512 Hash = 19
const BLAKE2s_256 Hash = 16
type Decrypter interface{ Decrypt(rand io.Reader, msg []byte, opts DecrypterOpts) (plaintext []byte, err error); Public() PublicKey }
type DecrypterOpts any
type Hash uint
//gcsim:inline 1.19:10
func (h Hash) Available() bool
//gcsim:inline 1.19:2
func (h Hash) HashFunc() Hash
func (h Hash) New() hash.Hash
//gcsim:inline 1.19:16
func (h Hash) Size() int
func (h Hash) String() string
const MD4 Hash = 1
const MD5 Hash = 2
const MD5SHA1 Hash = 8
type PrivateKey any
type PublicKey any
const RIPEMD160 Hash = 9
//gcsim:leaks f=0
//gcsim:inline 1.19:12
func RegisterHash(h Hash, f func() hash.Hash)
const SHA1 Hash = 3
const SHA224 Hash = 4
const SHA256 Hash = 5
const SHA384 Hash = 6
const SHA3_224 Hash = 10
const SHA3_256 Hash = 11
const SHA3_384 Hash = 12
const SHA3_512 Hash = 13
const SHA512 Hash = 7
const SHA512_224 Hash = 14
const SHA512_256 Hash = 15
type Signer interface{ Public() PublicKey; Sign(rand io.Reader, digest []byte, opts SignerOpts) (signature []byte, err error) }
type SignerOpts interface{ HashFunc() Hash }
