10:6: can inline S.Get
11:6: can inline (*S).Set
15:61: can inline closureVal.func1
15:6: can inline closureVal
15:94: inlining call to closureVal.func1
16:6: can inline main2
16:65: inlining call to closureVal
17:6: can inline vari
18:6: can inline callv
18:59: inlining call to vari
18:79: inlining call to vari
18:91: inlining call to vari
19:6: can inline er
19:65: inlining call to errors.New
20:59: inlining call to fmt.Println
20:74: inlining call to fmt.Printf
21:6: can inline emb
21:53: inlining call to (*S).Set
21:70: inlining call to S.Get
22:6: can inline rng
28:6: can inline two
28:37: inlining call to rng
29:6: can inline use2
29:38: inlining call to two
29:38: inlining call to rng
30:6: can inline named
37:6: can inline useNamed
37:36: inlining call to named
38:6: can inline lbl
47:6: can inline useLbl
47:53: inlining call to lbl
47:62: inlining call to lbl
48:6: can inline higher
49:64: inlining call to higher
49:65: can inline hi.func1
49:64: inlining call to hi.func1
50:50: can inline iife.func1
50:6: can inline iife
50:82: inlining call to iife.func1
52:10: can inline glob..func1
54:6: can inline callcb
55:6: can inline mexpr
56:6: can inline sw
65:6: can inline tiny
66:6: can inline useTiny
66:42: inlining call to tiny
70:6: can inline callno
80:6: can inline dbg
90:8: can inline lateclosure.func1
91:11: inlining call to lateclosure.func1
96:6: can inline ret2
96:38: inlining call to two
96:38: inlining call to rng
97:6: can inline S.Chain
98:6: can inline ch
98:45: inlining call to S.Chain
98:53: inlining call to S.Chain
98:59: inlining call to S.Get
99:31: can inline gof.func1
99:44: inlining call to tiny
100:6: can inline selectf
102:16: inlining call to tiny
107:59: inlining call to S.Get
107:81: inlining call to S.Get
109:6: can inline (*S).self
108:6: can inline viaField
108:56: inlining call to S.Get
108:70: inlining call to (*S).self
110:6: can inline spread
111:6: can inline pair
112:6: can inline tuple
112:60: inlining call to pair
112:55: inlining call to spread
113:6: can inline cyclic
119:6: can inline other
121:16: inlining call to cyclic
125:40: inlining call to cyclic
125:40: inlining call to other
125:51: inlining call to other
125:51: inlining call to cyclic
127:41: can inline counted.func1
128:6: can inline makes
128:42: can inline makes.func1
129:37: inlining call to makes
128:42: can inline made.func1
129:49: inlining call to made.func1
129:55: inlining call to made.func1
94:28: inlining call to useTiny
94:28: inlining call to tiny
94:17: inlining call to tiny
