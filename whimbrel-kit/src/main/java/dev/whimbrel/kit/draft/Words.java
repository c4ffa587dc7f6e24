package dev.whimbrel.kit.draft;

import java.util.List;
import java.util.random.RandomGenerator;

/** Words to name migrations by: an adjective and a bird. */
final class Words {
  private static final List<String> ADJECTIVES =
      words(
          """
          amber ancient autumn bold brave breezy bright brisk bronze calm candid careful cheerful
          clear clever cloudy coastal copper crisp curious daring dawn deep distant eager early
          elegant evening fair faithful fearless fleet foggy fresh frosty gentle gleaming golden
          grand grateful hardy hazel hidden honest humble icy indigo jolly keen kind lively lofty
          loyal lucky marsh mellow merry mild misty modest morning nimble noble northern olive
          patient playful polar proud quick quiet rainy rapid ready rosy ruddy rustic sandy scarlet
          serene sharp silent silver sleek snowy soft solemn southern speckled spring steady stormy
          strong sturdy summer sunny swift tall tawny tender tidal tidy tranquil twilight upland
          velvet vivid wandering warm watchful western wild willing windy winter wise woodland young
          """);

  private static final List<String> BIRDS =
      words(
          """
          avocet bittern blackbird bluethroat bunting bustard buzzard chaffinch chough coot cormorant
          corncrake crane crossbill cuckoo curlew dipper dotterel dove duck dunlin dunnock eagle egret
          eider falcon fieldfare finch flamingo fulmar gannet godwit goldcrest goose goshawk grebe
          greenshank grouse guillemot gull harrier hawk heron hobby hoopoe ibis jackdaw jay kestrel
          kingfisher kite kittiwake knot lapwing lark linnet magpie mallard martin merlin moorhen
          nightingale nightjar nuthatch oriole osprey ouzel owl partridge pelican peregrine petrel
          phalarope pigeon pintail pipit plover pochard puffin quail rail raven razorbill redshank
          redstart robin rook ruff sanderling sandpiper serin shearwater shelduck shrike siskin skua
          skylark smew snipe sparrow spoonbill starling stilt stint stork swallow swan swift teal tern
          thrush tit treecreeper turnstone twite wagtail warbler waxwing wheatear whimbrel whinchat
          whitethroat wigeon woodcock woodlark woodpecker wren wryneck yellowhammer
          """);

  private Words() {}

  /** Such as {@code brave_curlew}. */
  static String pair(RandomGenerator random) {
    return one(ADJECTIVES, random) + "_" + one(BIRDS, random);
  }

  private static String one(List<String> words, RandomGenerator random) {
    return words.get(random.nextInt(words.size()));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
