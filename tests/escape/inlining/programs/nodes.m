15:6: can inline bitsOf
16:6: can inline huge
17:6: can inline same
18:6: can inline both
19:6: can inline toNil
20:6: can inline letter
21:6: can inline order
21:81: inlining call to binary.littleEndian.Uint32
22:6: can inline put
22:74: inlining call to binary.bigEndian.PutUint64
23:6: can inline zeros
23:96: inlining call to bits.OnesCount8
24:6: can inline two
25:6: can inline any2
26:6: can inline rest
27:6: can inline restOfTwo
27:63: inlining call to two
27:59: inlining call to rest
28:6: can inline appended
29:6: can inline wide
29:74: inlining call to two
30:6: can inline plain
30:62: inlining call to two
31:6: can inline blank
31:69: inlining call to two
32:6: can inline float
33:6: can inline ints
34:6: can inline smaller
35:6: can inline bytes
36:6: can inline named
37:6: can inline pointers
38:6: can inline channels
39:6: can inline structs
40:6: can inline empties
41:6: can inline shift
42:6: can inline maps
43:6: can inline cases
50:6: can inline fall
60:6: can inline arrays
61:6: can inline copies
62:6: can inline prints
63:6: can inline panics
64:6: can inline panicsNil
65:6: can inline receives
72:6: can inline asserts
73:6: can inline loops
79:6: can inline endless
86:6: can inline literals
89:6: can inline deep
91:6: can inline (*T).self
92:6: can inline T.sum
90:6: can inline receiverCalls
90:58: inlining call to (*T).self
90:65: inlining call to (*T).self
90:71: inlining call to T.sum
90:86: inlining call to T.sum
94:6: can inline chosen
102:6: can inline narrowed
108:6: can inline method
109:6: can inline spread
109:48: inlining call to rest
110:6: can inline constants
117:6: can inline indexed
118:6: can inline negative
119:6: can inline sent
120:6: can inline types
133:6: can inline (*N).M
134:6: can inline labels
139:6: can inline deleted
140:6: can inline full
141:69: can inline recursiveLiteral.func1
145:25: can inline late.func1.1
145:7: can inline late.func1
146:10: inlining call to late.func1
145:58: inlining call to late.func1.1
