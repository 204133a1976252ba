15:6: can inline bitsOf with cost 3
16:6: can inline huge with cost 5
17:6: can inline same with cost 8
18:6: can inline both with cost 5
19:6: can inline toNil with cost 8
20:6: can inline letter with cost 4
21:6: can inline order with cost 5
21:81: inlining call to binary.littleEndian.Uint32
22:6: can inline put with cost 5
22:74: inlining call to binary.bigEndian.PutUint64
23:6: can inline zeros with cost 14
23:96: inlining call to bits.OnesCount8
24:6: can inline two with cost 3
25:6: can inline any2 with cost 3
26:6: can inline rest with cost 3
27:6: can inline restOfTwo with cost 22
27:63: inlining call to two
27:59: inlining call to rest
28:6: can inline appended with cost 5
29:6: can inline wide with cost 29
29:74: inlining call to two
30:6: can inline plain with cost 16
30:62: inlining call to two
31:6: can inline blank with cost 14
31:69: inlining call to two
32:6: can inline float with cost 3
33:6: can inline ints with cost 2
34:6: can inline smaller with cost 3
35:6: can inline bytes with cost 3
36:6: can inline named with cost 2
37:6: can inline pointers with cost 5
38:6: can inline channels with cost 2
39:6: can inline structs with cost 2
40:6: can inline empties with cost 2
41:6: can inline shift with cost 6
42:6: can inline maps with cost 14
43:6: can inline cases with cost 9
50:6: can inline fall with cost 14
60:6: can inline arrays with cost 5
61:6: can inline copies with cost 15
62:6: can inline prints with cost 4
63:6: can inline panics with cost 3
64:6: can inline panicsNil with cost 3
65:6: can inline receives with cost 16
72:6: can inline asserts with cost 16
73:6: can inline loops with cost 28
79:6: can inline endless with cost 1
86:6: can inline literals with cost 23
89:6: can inline deep with cost 9
91:6: can inline (*T).self with cost 2
92:6: can inline T.sum with cost 6
90:6: can inline receiverCalls with cost 37
90:58: inlining call to (*T).self
90:65: inlining call to (*T).self
90:71: inlining call to T.sum
90:86: inlining call to T.sum
93:6: cannot inline calledTwice: function too complex: cost 121 exceeds budget 80
94:6: can inline chosen with cost 18
102:6: can inline narrowed with cost 8
108:6: can inline method with cost 4
109:6: can inline spread with cost 7
109:48: inlining call to rest
110:6: can inline constants with cost 2
117:6: can inline indexed with cost 7
118:6: can inline negative with cost 8
119:6: can inline sent with cost 6
120:6: can inline types with cost 78
133:6: can inline (*N).M with cost 3
134:6: can inline labels with cost 5
139:6: can inline deleted with cost 3
140:6: can inline full with cost 6
141:6: cannot inline recursiveLiteral: function too complex: cost 144 exceeds budget 80
141:69: can inline recursiveLiteral.func1 with cost 61
145:25: can inline late.func1.1 with cost 2
145:7: can inline late.func1 with cost 27
142:6: cannot inline late: function too complex: cost 149 exceeds budget 80
146:10: inlining call to late.func1
145:58: inlining call to late.func1.1
