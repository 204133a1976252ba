-- The forest of forest.go for GHC: the same trees, the same churn, no computation beside them.
--
-- forest LIVE_MB OBJECT_BYTES CHURN OPERATIONS WORKERS: builds a forest, collects once, lets workers replace leaves,
-- and prints what GHC.Stats says of that time as JSON. With +RTS -S every collection is in the log, between the lines
-- "# begin" and "# end".
{-# LANGUAGE MagicHash, UnboxedTuples, BangPatterns #-}
module Main (main) where
import GHC.Exts
import GHC.IO (IO(..))
import GHC.Stats
import System.Environment
import System.Mem
import Data.IORef
import Data.Bits
import Data.Word
import Data.Array.IO (IOArray)
import qualified Data.Array.IO as A
import Control.Monad
import Control.Concurrent
import Control.Exception (evaluate)
import Text.Printf
import System.IO

-- A payload is an array without pointers, which GHC moves up to 3 KiB. Only a leaf on the left is ever replaced, so only
-- there is a mutable cell.
data Node = Leaf ByteArray# | Inner Node Node ByteArray# | Low !(IORef Node) Node ByteArray#

mk :: Int -> (ByteArray# -> Node) -> IO Node
mk (I# n) f = IO (\s -> case newByteArray# n s of
  (# s1, m #) -> case setByteArray# m 0# n 7# s1 of
    s2 -> case unsafeFreezeByteArray# m s2 of
      (# s3, b #) -> let !x = f b in (# s3, x #))
{-# INLINE mk #-}

tree :: Int -> Int -> IO Node
tree 0 sz = mk sz Leaf
tree 1 sz = do
  l <- mk sz Leaf
  r <- mk sz Leaf
  v <- newIORef l
  mk sz (Low v r)
tree d sz = do
  l <- tree (d-1) sz
  r <- tree (d-1) sz
  mk sz (Inner l r)

next :: Word64 -> Word64
next x = x * 6364136223846793005 + 1442695040888963407

low :: Int -> Word64 -> Node -> Maybe (IORef Node)
low d x n = case n of
  Inner l r _ -> low (d+1) x (if testBit x d then l else r)
  Low v _ _ -> Just v
  Leaf _ -> Nothing

worker :: IOArray Int Node -> IORef Node -> Int -> Int -> Int -> Word64 -> Int -> IO ()
worker forest sink trees sz churn = go
  where
    go !_ 0 = return ()
    go !x k = do
      let x1 = next x
      n <- mk sz Leaf
      when (fromIntegral (x1 `shiftR` 33) `rem` churn == 0) $ do
        t <- A.readArray forest (fromIntegral (x1 `shiftR` 20) `rem` trees)
        case low 40 x1 t of
          Just v -> writeIORef v n
          Nothing -> return ()
      writeIORef sink n
      go x1 (k-1)

main :: IO ()
main = do
  [a,b,c,d,w] <- getArgs
  let live = read a :: Int; sz = read b; churn = read c; ops = read d :: Int; ws = read w :: Int
      per = 1023 * (sz + 64)
      trees = max 1 ((live `shiftL` 20) `div` per)
  forest <- A.newArray_ (0, trees-1) :: IO (IOArray Int Node)
  forM_ [0..trees-1] $ \i -> tree 9 sz >>= A.writeArray forest i
  performMajorGC
  hPutStrLn stderr "# begin"
  s0 <- getRTSStats
  leaf <- mk sz Leaf
  dones <- forM [1..ws] $ \i -> do
    m <- newEmptyMVar
    sink <- newIORef leaf
    _ <- forkIO (worker forest sink trees sz churn (fromIntegral i * 7777777) (ops `div` ws) >> putMVar m ())
    return m
  mapM_ takeMVar dones
  s1 <- getRTSStats
  hPutStrLn stderr "# end"
  let ms f = fromIntegral (f s1 - f s0) / 1e6 :: Double
  printf "{\"live_mb\": %d, \"obj\": %d, \"churn\": %d, \"ops\": %d, \"workers\": %d, \"nodes\": %d, \"mut_ms\": %.3f, \"gc_ms\": %.3f, \"gcs\": %d, \"majors\": %d, \"alloc_bytes\": %d, \"copied_bytes\": %d, \"max_live\": %d, \"max_mem\": %d}\n"
    live sz churn ops ws (trees * 1023) (ms mutator_elapsed_ns) (ms gc_elapsed_ns) (gcs s1 - gcs s0) (major_gcs s1 - major_gcs s0)
    (allocated_bytes s1 - allocated_bytes s0) (copied_bytes s1 - copied_bytes s0) (max_live_bytes s1) (max_mem_in_use_bytes s1)
  t <- A.readArray forest 0
  _ <- evaluate t
  return ()
