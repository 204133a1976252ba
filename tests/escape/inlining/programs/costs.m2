3:13: can inline glob..func1 with cost 2
5:6: can inline apply with cost 60
7:6: can inline applyR with cost 63
9:6: cannot inline use: function too complex: cost 165 exceeds budget 80
10:14: inlining call to apply
10:15: can inline use.func1 with cost 2
10:14: inlining call to use.func1
10:48: inlining call to applyR
10:49: can inline use.func2 with cost 2
10:48: inlining call to use.func2
13:6: can inline mk with cost 19
13:31: can inline mk.func1 with cost 2
15:6: cannot inline user2: function too complex: cost 85 exceeds budget 80
16:9: inlining call to mk
13:31: can inline user2.func1 with cost 2
17:10: inlining call to user2.func1
22:6: can inline T.V with cost 3
23:6: can inline (*T).P with cost 2
24:6: can inline multi with cost 4
25:6: can inline take with cost 0
26:6: can inline callMulti with cost 18
26:56: inlining call to multi
26:50: inlining call to take
27:6: can inline retMulti with cost 17
27:58: inlining call to multi
28:6: can inline asMulti with cost 32
28:80: inlining call to multi
29:6: can inline chain with cost 22
29:56: inlining call to (*T).P
29:60: inlining call to (*T).P
29:64: inlining call to T.V
30:6: can inline nested with cost 41
30:53: can inline nested.func1 with cost 24
30:88: can inline nested.func1.1 with cost 2
31:6: cannot inline user3: function too complex: cost 166 exceeds budget 80
31:59: inlining call to nested
30:53: can inline user3.func2 with cost 24
31:61: inlining call to user3.func2
30:88: can inline user3.func3 with cost 2
31:63: inlining call to user3.func3
32:6: can inline noop with cost 0
33:6: can inline big with cost 13
43:6: can inline sel with cost 22
53:6: can inline ts with cost 22
64:6: can inline lab with cost 21
74:6: can inline konst with cost 2
81:6: can inline ap with cost 22
87:6: can inline mkk with cost 9
90:6: can inline pan with cost 10
96:6: can inline lits with cost 23
99:6: can inline iface with cost 61
100:6: can inline mval with cost 4
101:6: can inline mexpr with cost 19
101:48: inlining call to T.V
101:57: inlining call to T.V
102:6: can inline conv with cost 7
105:6: can inline str with cost 7
106:6: can inline arrp with cost 17
112:6: can inline decl with cost 31
114:16: can inline glob..func2 with cost 2
115:10: can inline glob..func3 with cost 17
115:33: inlining call to big
117:6: can inline odd with cost 69
123:6: cannot inline even: function too complex: cost 81 exceeds budget 80
127:12: inlining call to odd
129:6: can inline callsOdd with cost 73
129:34: inlining call to odd
130:6: cannot inline rec: recursive
131:7: can inline rec.func1 with cost 2
133:11: inlining call to rec.func1
131:7: cannot inline rec.func1: recursive
114:15: inlining call to apply
114:15: inlining call to glob..func2
