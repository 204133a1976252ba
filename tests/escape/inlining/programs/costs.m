3:13: can inline glob..func1
5:6: can inline apply
7:6: can inline applyR
10:14: inlining call to apply
10:15: can inline use.func1
10:14: inlining call to use.func1
10:48: inlining call to applyR
10:49: can inline use.func2
10:48: inlining call to use.func2
13:6: can inline mk
13:31: can inline mk.func1
16:9: inlining call to mk
13:31: can inline user2.func1
17:10: inlining call to user2.func1
22:6: can inline T.V
23:6: can inline (*T).P
24:6: can inline multi
25:6: can inline take
26:6: can inline callMulti
26:56: inlining call to multi
26:50: inlining call to take
27:6: can inline retMulti
27:58: inlining call to multi
28:6: can inline asMulti
28:80: inlining call to multi
29:6: can inline chain
29:56: inlining call to (*T).P
29:60: inlining call to (*T).P
29:64: inlining call to T.V
30:6: can inline nested
30:53: can inline nested.func1
30:88: can inline nested.func1.1
31:59: inlining call to nested
30:53: can inline user3.func2
31:61: inlining call to user3.func2
30:88: can inline user3.func3
31:63: inlining call to user3.func3
32:6: can inline noop
33:6: can inline big
43:6: can inline sel
53:6: can inline ts
64:6: can inline lab
74:6: can inline konst
81:6: can inline ap
87:6: can inline mkk
90:6: can inline pan
96:6: can inline lits
99:6: can inline iface
100:6: can inline mval
101:6: can inline mexpr
101:48: inlining call to T.V
101:57: inlining call to T.V
102:6: can inline conv
105:6: can inline str
106:6: can inline arrp
112:6: can inline decl
114:16: can inline glob..func2
115:10: can inline glob..func3
115:33: inlining call to big
117:6: can inline odd
127:12: inlining call to odd
129:6: can inline callsOdd
129:34: inlining call to odd
131:7: can inline rec.func1
133:11: inlining call to rec.func1
114:15: inlining call to apply
114:15: inlining call to glob..func2
