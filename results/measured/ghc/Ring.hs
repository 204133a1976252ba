-- Pusher's ring of messages of 1 KiB for GHC: ring KIND MESSAGES INSERTS.
--
-- KIND: pinned (an array of ByteStrings, whose bytes GHC never moves, as in WillSewell/gc-latency-experiment), map (a
-- Data.Map of ByteStrings, as in Pusher's article of 2016) or unpinned (an array of messages that are moved).
{-# LANGUAGE MagicHash, UnboxedTuples, BangPatterns #-}
module Main (main) where
import GHC.Exts
import GHC.IO (IO(..))
import Data.Array.IO (IOArray)
import qualified Data.Array.IO as A
import qualified Data.ByteString as B
import qualified Data.Map.Strict as M
import Control.Exception (evaluate)
import System.Environment
import Control.Monad
import GHC.Clock

data P = P ByteArray#
mk :: Int -> Int -> IO P
mk (I# n) (I# v) = IO (\s -> case newByteArray# n s of
  (# s1, m #) -> case setByteArray# m 0# n (andI# v 127#) s1 of
    s2 -> case unsafeFreezeByteArray# m s2 of
      (# s3, b #) -> (# s3, P b #))
{-# NOINLINE mk #-}

pinned :: Int -> Int -> IO ()
pinned w n = do
  c <- A.newArray_ (0, w) :: IO (IOArray Int B.ByteString)
  forM_ [0..n] $ \i -> do
    m <- evaluate (B.replicate 1024 (fromIntegral i))
    A.writeArray c (i `mod` w) m

unpinned :: Int -> Int -> IO ()
unpinned w n = do
  c <- A.newArray_ (0, w) :: IO (IOArray Int P)
  forM_ [0..n] $ \i -> do
    !m <- mk 1024 i
    A.writeArray c (i `mod` w) m

mapped :: Int -> Int -> IO ()
mapped w n = foldM_ push M.empty [1..n]
  where push ch i = do
          m <- evaluate (B.replicate 1024 (fromIntegral i))
          evaluate (let ins = M.insert i m ch in if w < M.size ins then M.deleteMin ins else ins)

main :: IO ()
main = do
  [k,w,n] <- getArgs
  t0 <- getMonotonicTime
  (case k of { "pinned" -> pinned; "map" -> mapped; _ -> unpinned }) (read w) (read n)
  t1 <- getMonotonicTime
  putStrLn (k ++ " " ++ w ++ " wall " ++ show (t1-t0))
