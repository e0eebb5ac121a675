# Sourced by package.sh and static.sh: how the program that is given away is built. Apart from the other
# builds, because every object depends on how the standard library is linked; without the folder of the
# build in it, so that the same commit gives the same bytes.
flags=(-c release --static-swift-stdlib --scratch-path .build/static --product clonetrack
  -Xswiftc -file-prefix-map -Xswiftc "$PWD=." -Xcc "-ffile-prefix-map=$PWD=."
  -Xlinker -zrelro -Xlinker -znow)
