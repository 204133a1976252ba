package p

import (
	"context"
	"time"
)

type key struct{}

func with(ctx context.Context, v *int) context.Context { return context.WithValue(ctx, key{}, v) }
func from(ctx context.Context) *int {
	v, _ := ctx.Value(key{}).(*int)
	return v
}
func bounded(f func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return f(ctx)
}
func wait(ctx context.Context, c <-chan int) (int, error) {
	select {
	case v := <-c:
		return v, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}
func forgotten() context.Context {
	ctx, _ := context.WithCancel(context.TODO())
	return ctx
}
