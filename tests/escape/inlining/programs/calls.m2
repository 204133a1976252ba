10:6: can inline S.Get with cost 3
11:6: can inline (*S).Set with cost 4
15:61: can inline closureVal.func1 with cost 2
15:6: can inline closureVal with cost 32
15:94: inlining call to closureVal.func1
16:6: can inline main2 with cost 35
16:65: inlining call to closureVal
17:6: can inline vari with cost 6
18:6: can inline callv with cost 38
18:59: inlining call to vari
18:79: inlining call to vari
18:91: inlining call to vari
19:6: can inline er with cost 10
19:65: inlining call to errors.New
20:6: cannot inline pr: function too complex: cost 154 exceeds budget 80
20:59: inlining call to fmt.Println
20:74: inlining call to fmt.Printf
21:6: can inline emb with cost 18
21:53: inlining call to (*S).Set
21:70: inlining call to S.Get
22:6: can inline rng with cost 10
28:6: can inline two with cost 15
28:37: inlining call to rng
29:6: can inline use2 with cost 29
29:38: inlining call to two
29:38: inlining call to rng
30:6: can inline named with cost 11
37:6: can inline useNamed with cost 20
37:36: inlining call to named
38:6: can inline lbl with cost 16
47:6: can inline useLbl with cost 40
47:53: inlining call to lbl
47:62: inlining call to lbl
48:6: can inline higher with cost 61
49:6: cannot inline hi: function too complex: cost 90 exceeds budget 80
49:64: inlining call to higher
49:65: can inline hi.func1 with cost 4
49:64: inlining call to hi.func1
50:50: can inline iife.func1 with cost 4
50:6: can inline iife with cost 27
50:82: inlining call to iife.func1
52:10: can inline glob..func1 with cost 2
54:6: can inline callcb with cost 61
55:6: can inline mexpr with cost 2
56:6: can inline sw with cost 75
65:6: can inline tiny with cost 2
66:6: can inline useTiny with cost 7
66:42: inlining call to tiny
69:6: cannot inline noin: marked go:noinline
70:6: can inline callno with cost 60
71:6: cannot inline rec2: recursive
80:6: can inline dbg with cost 0
90:8: can inline lateclosure.func1 with cost 2
88:6: cannot inline lateclosure: function too complex: cost 94 exceeds budget 80
91:11: inlining call to lateclosure.func1
96:6: can inline ret2 with cost 27
96:38: inlining call to two
96:38: inlining call to rng
97:6: can inline S.Chain with cost 2
98:6: can inline ch with cost 23
98:45: inlining call to S.Chain
98:53: inlining call to S.Chain
98:59: inlining call to S.Get
99:6: cannot inline gof: unhandled op GO
99:31: can inline gof.func1 with cost 6
99:44: inlining call to tiny
100:6: can inline selectf with cost 25
102:16: inlining call to tiny
107:6: cannot inline deferred: unhandled op DEFER
107:59: inlining call to S.Get
107:81: inlining call to S.Get
109:6: can inline (*S).self with cost 2
108:6: can inline viaField with cost 17
108:56: inlining call to S.Get
108:70: inlining call to (*S).self
110:6: can inline spread with cost 7
111:6: can inline pair with cost 3
112:6: can inline tuple with cost 24
112:60: inlining call to pair
112:55: inlining call to spread
113:6: can inline cyclic with cost 69
119:6: can inline other with cost 79
121:16: inlining call to cyclic
125:6: cannot inline outside: function too complex: cost 156 exceeds budget 80
125:40: inlining call to cyclic
125:40: inlining call to other
125:51: inlining call to other
125:51: inlining call to cyclic
126:6: cannot inline twice: function too complex: cost 118 exceeds budget 80
127:6: cannot inline counted: function too complex: cost 85 exceeds budget 80
127:41: can inline counted.func1 with cost 3
128:6: can inline makes with cost 27
128:42: can inline makes.func1 with cost 5
129:6: cannot inline made: function too complex: cost 153 exceeds budget 80
129:37: inlining call to makes
128:42: can inline made.func1 with cost 5
129:49: inlining call to made.func1
129:55: inlining call to made.func1
94:28: inlining call to useTiny
94:28: inlining call to tiny
94:17: inlining call to tiny
